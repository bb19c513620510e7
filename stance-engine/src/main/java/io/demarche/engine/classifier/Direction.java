package io.demarche.engine.classifier;

/** Who of two is for or against whom, in the order of the model's outputs. */
public enum Direction {
    NONE,
    FIRST_FOR_SECOND,
    SECOND_FOR_FIRST,
    FIRST_AGAINST_SECOND,
    SECOND_AGAINST_FIRST
}
