"""Returns of many councils read, remembered and listed, whatever is wrong with some of them."""
