"""The pages, and the API under them, over one store: `firsthand serve`. Nothing is loaded from elsewhere."""
