package org.stepwell.instruments;

/** A named range of a score, both ends included; positive means that the finding asks for a next step. */
public record Band(String code, String label, int from, int to, boolean positive) {

    boolean holds(int score) {
        return from <= score && score <= to;
    }

    Finding finding() {
        return new Finding(code, label, positive);
    }
}
