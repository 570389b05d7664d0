package org.stepwell.enrollment.form;

import org.stepwell.contracts.code.ConsentKind;

/** A text that patients sign, in one version. Version 0 comes with Stepwell and is in use until the clinic publishes its own. */
public record FormText(ConsentKind kind, int version, String text) {

    private static final String TREATMENT = """
            I agree to be assessed and treated in this program.
            Somebody explained to me what it offers, what may be hard about it, and what else there is for me.
            I may ask anything at any time. I may refuse any part of it, and I may leave whenever I want.
            I know whom to call when I am in danger.""";

    /** What is signed at a clinic that has not published a consent to treatment of its own. */
    static final FormText OURS = new FormText(ConsentKind.TREATMENT, 0, TREATMENT);
}
