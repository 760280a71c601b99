/**
 * Defaults that keep the local Workers runtime off the network and quiet. Import before any Cloudflare plugin is made;
 * a value that is already set wins.
 */
process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= 'false';
process.env.WRANGLER_SEND_METRICS ??= 'false';
process.env.WRANGLER_HIDE_BANNER ??= 'true';
