package io.demarche.engine.stance;

/** Converts between offsets in UTF-16 units, which Java counts, and in code points, which the contract counts. */
public final class CodePoints {
    private final int[] points;
    private final int[] units;

    /** Reads a text once. */
    public CodePoints(String text) {
        int count = text.codePointCount(0, text.length());
        boolean plain = count == text.length();
        points = plain ? new int[0] : new int[text.length() + 1];
        units = plain ? new int[0] : new int[count + 1];
        if (!plain) {
            int point = 0;
            for (int unit = 0; unit < text.length(); point++) {
                units[point] = unit;
                int next = unit + Character.charCount(text.codePointAt(unit));
                for (; unit < next; unit++) {
                    points[unit] = point;
                }
            }
            points[text.length()] = point;
            units[point] = text.length();
        }
    }

    /** The code point at a unit. */
    public int point(int unit) {
        return points.length == 0 ? unit : points[unit];
    }

    /** The unit at which a code point starts. */
    public int unit(int point) {
        return units.length == 0 ? point : units[point];
    }
}
