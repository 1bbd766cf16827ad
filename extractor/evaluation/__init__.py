"""How good the extractor is: the annotated form, scores against gold, the gate that keeps figures from sinking."""
