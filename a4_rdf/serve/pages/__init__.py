"""Page models: what each kind of page shows, worked out from its view; templates only write it."""
