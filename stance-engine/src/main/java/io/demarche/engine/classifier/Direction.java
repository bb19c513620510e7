package io.demarche.engine.classifier;

/** Who of two is for or against whom, in the order of the model's outputs. */
public enum Direction {
    NONE,
    FIRST_FOR_SECOND,
    SECOND_FOR_FIRST,
    FIRST_AGAINST_SECOND,
    SECOND_AGAINST_FIRST;

    /** All of them, in order, without a copy at each look. */
    private static final Direction[] ALL = values();

    /** How many there are. */
    static final int COUNT = ALL.length;

    /** The direction in which one of the two is for or against the other. */
    public static Direction of(boolean firstHolds, boolean supports) {
        if (supports) {
            return firstHolds ? FIRST_FOR_SECOND : SECOND_FOR_FIRST;
        }
        return firstHolds ? FIRST_AGAINST_SECOND : SECOND_AGAINST_FIRST;
    }

    /** The same stance when the two are named in the other order. */
    public Direction turned() {
        return this == NONE ? NONE : of(!firstHolds(), supports());
    }

    /** Whether the first of the two holds the stance. */
    public boolean firstHolds() {
        return this == FIRST_FOR_SECOND || this == FIRST_AGAINST_SECOND;
    }

    /** Whether it is for the other; false for none too. */
    public boolean supports() {
        return this == FIRST_FOR_SECOND || this == SECOND_FOR_FIRST;
    }
}
