package org.stepwell.enrollment.consent;

import java.util.List;

/**
 * What a consent says in free text, kept sealed: who may disclose, what in the patient's words, and the recipients'
 * names in the order of the terms.
 */
record Words(String discloser, String description, List<Named> recipients) {

    static final Words NONE = new Words("", "", List.of());

    /** A recipient by name, and the members of an intermediary. */
    record Named(String name, String members) {}
}
