package io.demarche.engine.catalog;

/** Whether "he" or "she" can stand for somebody. */
public enum Gender {
    FEMALE,
    MALE,
    /** Not a person, or one whose name doesn't tell. */
    UNKNOWN;

    /** Whether a pronoun of this gender can stand for a person of the other: what is not known may fit. */
    public boolean fits(Gender person) {
        return this == UNKNOWN || person == UNKNOWN || this == person;
    }
}
