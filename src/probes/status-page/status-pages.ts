/** A provider's own public status page. */
export interface StatusPage {
  readonly provider: string;
  /** Host names of its services; a name below one of them counts too. */
  readonly hosts: readonly string[];
  /** For people. */
  readonly page: string;
  /** For programs: the `summary.json` of Statuspage, which other makers of such pages imitate; null where there is none. */
  readonly document: string | null;
}

const page = (provider: string, origin: string, ...hosts: readonly string[]): StatusPage => ({
  provider,
  hosts,
  page: origin,
  document: `${origin}/api/v2/summary.json`,
});

const forPeople = (provider: string, url: string, ...hosts: readonly string[]): StatusPage => ({
  provider,
  hosts,
  page: url,
  document: null,
});

/** Vendors' own status hosts alone: of services with an MCP server, and of platforms on which such servers run. */
export const STATUS_PAGES: readonly StatusPage[] = [
  page('Airtable', 'https://status.airtable.com', 'airtable.com'),
  page('Anthropic', 'https://status.claude.com', 'anthropic.com', 'claude.com', 'claude.ai'),
  page('Asana', 'https://status.asana.com', 'asana.com'),
  page('Atlassian', 'https://jira-software.status.atlassian.com', 'atlassian.com', 'atlassian.net'),
  page('Box', 'https://status.box.com', 'box.com'),
  page('Canva', 'https://www.canvastatus.com', 'canva.com'),
  page('CircleCI', 'https://status.circleci.com', 'circleci.com'),
  page('Cloudflare', 'https://www.cloudflarestatus.com', 'cloudflare.com', 'workers.dev', 'pages.dev'),
  page('Datadog', 'https://status.datadoghq.com', 'datadoghq.com'),
  page('DigitalOcean', 'https://status.digitalocean.com', 'digitalocean.com', 'ondigitalocean.app'),
  page('Dropbox', 'https://status.dropbox.com', 'dropbox.com'),
  page('Figma', 'https://status.figma.com', 'figma.com'),
  page('Fly.io', 'https://status.flyio.net', 'fly.io', 'fly.dev'),
  page('GitHub', 'https://www.githubstatus.com', 'github.com', 'githubcopilot.com'),
  page('Grafana', 'https://status.grafana.com', 'grafana.com', 'grafana.net'),
  page('HubSpot', 'https://status.hubspot.com', 'hubspot.com', 'hubapi.com'),
  page('Intercom', 'https://www.intercomstatus.com', 'intercom.com', 'intercom.io'),
  page('Linear', 'https://linearstatus.com', 'linear.app'),
  page('Miro', 'https://status.miro.com', 'miro.com'),
  page('monday.com', 'https://status.monday.com', 'monday.com'),
  page('MongoDB', 'https://status.mongodb.com', 'mongodb.com'),
  page('Netlify', 'https://www.netlifystatus.com', 'netlify.com', 'netlify.app'),
  page('New Relic', 'https://status.newrelic.com', 'newrelic.com'),
  page('Notion', 'https://www.notion-status.com', 'notion.com', 'notion.so'),
  page('OpenAI', 'https://status.openai.com', 'openai.com'),
  page('PagerDuty', 'https://status.pagerduty.com', 'pagerduty.com'),
  page('Plaid', 'https://status.plaid.com', 'plaid.com'),
  page('Postman', 'https://status.postman.com', 'postman.com'),
  page('Render', 'https://status.render.com', 'render.com', 'onrender.com'),
  page('Sentry', 'https://status.sentry.io', 'sentry.io', 'sentry.dev'),
  page('Square', 'https://www.issquareup.com', 'squareup.com'),
  page('Supabase', 'https://status.supabase.com', 'supabase.com', 'supabase.co'),
  page('Twilio', 'https://status.twilio.com', 'twilio.com'),
  page('Vercel', 'https://www.vercel-status.com', 'vercel.com', 'vercel.app'),
  page('Webflow', 'https://status.webflow.com', 'webflow.com'),
  page('Zapier', 'https://status.zapier.com', 'zapier.com'),
  forPeople('Amazon Web Services', 'https://health.aws.amazon.com/health/status', 'amazonaws.com', 'aws.amazon.com'),
  forPeople('Azure', 'https://azure.status.microsoft', 'azure.com', 'azurewebsites.net', 'azurecontainerapps.io'),
  forPeople('GitLab', 'https://status.gitlab.com', 'gitlab.com'),
  forPeople('Google Cloud', 'https://status.cloud.google.com', 'googleapis.com', 'run.app', 'cloudfunctions.net'),
  forPeople('Heroku', 'https://status.heroku.com', 'heroku.com', 'herokuapp.com'),
  forPeople('Hugging Face', 'https://status.huggingface.co', 'huggingface.co', 'hf.space'),
  forPeople('PayPal', 'https://www.paypal-status.com', 'paypal.com'),
  forPeople('Shopify', 'https://www.shopifystatus.com', 'shopify.com', 'myshopify.com'),
  forPeople('Slack', 'https://slack-status.com', 'slack.com'),
  forPeople('Stripe', 'https://status.stripe.com', 'stripe.com'),
];

/** The page of whoever runs this host; null where none is known. The most specific name wins. */
export const statusPageOf = (host: string, pages: readonly StatusPage[] = STATUS_PAGES): StatusPage | null => {
  const name = host.toLowerCase().replace(/\.$/, '');
  const fits = pages.flatMap((one) =>
    one.hosts.filter((suffix) => name === suffix || name.endsWith(`.${suffix}`)).map((suffix) => ({one, suffix})),
  );
  return fits.sort((a, b) => b.suffix.length - a.suffix.length)[0]?.one ?? null;
};
