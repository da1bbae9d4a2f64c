"""Ground floor: settings and the catalogue. Imports nothing of ours."""
