"""How days are written and typed: 26/11/2026 in both languages of the site."""
