"""First names whose gender in French is another than in the common list."""

MALE = "jean claude dominique pascal michel andré noël camille yannick gaël loïc maël joël andrea"
FEMALE = "camille océane maëlle gaëlle joëlle noëlle axelle"
