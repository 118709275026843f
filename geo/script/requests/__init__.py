"""A request pasted out of a chat, in parts to confirm."""
