process.stderr.write(`Error: NOTES_TOKEN is ${process.env.NOTES_TOKEN ?? 'not set'}\n`);
process.exitCode = 3;
