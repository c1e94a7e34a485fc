"""The frame around every page, the start page, the sitting, the language, and whether the service is well."""
