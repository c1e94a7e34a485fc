"""What resolutions oblige to: a reader of their texts, and a catalogue of obligations across their versions."""
