"""Every component of the workbench on one page, for those who build pages and those who check them."""
