import {displayMissing} from '../../../src/diagnosis/failures/display-missing.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(displayMissing, {
  matches: [
    {
      text: 'Error: Missing X server or $DISPLAY\nThe platform failed to initialize.',
      cause: [/DISPLAY/],
      fix: /--headless/,
    },
    {
      text: '_tkinter.TclError: no display name and no $DISPLAY environment variable',
      cause: [/no screen/],
      fix: /DISPLAY/,
    },
    {text: 'qt.qpa.xcb: could not connect to display :1', cause: [/window/]},
    {
      text: 'Looks like you launched a headed browser without having a XServer running.',
      cause: [/no screen/],
    },
  ],
  misses: ['cannot display the notes', 'DISPLAY_NAME is not set'],
});
