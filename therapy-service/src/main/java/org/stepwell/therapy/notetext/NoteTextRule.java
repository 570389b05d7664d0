package org.stepwell.therapy.notetext;

import java.util.List;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.problem.Rule;

/** Every reason to say no to what a note says, those of a signature in the order in which they are told. */
enum NoteTextRule implements Rule {
    NO_NAMES_IN_SHARED_TEXT(
            "What is written for the whole group, or about one of them, names no other patient.",
            "This text goes into the records of others (%s). Write a name only into the patient's own part."),
    EVERYBODY_PRESENT_HAS_A_TEXT(
            "A note is signed when everybody present has a text of their own.",
            "There is none of: %s. Write how each of them took part."),
    SECTIONS_ARE_WRITTEN(
            "A note of a visit is signed when each section of its format says something.",
            "Sections are empty of: %s. Write them, or choose another format."),
    RISK_IS_NOTED(
            "A note is signed when it says of everybody present which risk was noted, and of a concern or acute danger"
                    + " what it was.",
            "It does not say so of: %s. Choose NONE_NOTED, or say what you saw and what you did."),
    OBJECTIVES_ARE_RATED(
            "A note is signed when everybody present has an objective that was touched, with a rating; each of them was"
                    + " open on the day of the session.",
            "It is not so of: %s. Link those of openObjectives that the session touched."),
    TEXTS_ARE_INDIVIDUAL(
            "Two patients' texts share less than nine words of ten, unless whoever signs says why.",
            "They share more: %s. Write what each of them did, or send the reason with the signature."),
    OTHERS_ARE_NOT_NAMED(
            "A patient's part names no other patient of the group, unless whoever signs says why.",
            "Somebody is named in the part of: %s. Take the name out, or send the reason with the signature.");

    private final String sentence;
    private final String detail;

    NoteTextRule(String sentence, String detail) {
        this.sentence = sentence;
        this.detail = detail;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    Refusal of(String whom, List<FieldError> errors) {
        return new Refusal(this, detail.formatted(whom), errors);
    }
}
