"""Masked data seen again: asked for, decided by whom the law names, looked at within the hours that it gives."""
