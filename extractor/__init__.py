"""Press Extractor."""
