"""How it looks: one table of tokens, the fonts, the icons and the style sheet made of them."""
