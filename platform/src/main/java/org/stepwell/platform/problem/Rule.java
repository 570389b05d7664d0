package org.stepwell.platform.problem;

import java.util.List;
import java.util.Locale;

/**
 * A reason to say no. Each feature has one enum of them: the constant is the problem's type, the sentence its title, and
 * a database constraint of the same name keeps the same promise.
 */
public interface Rule {

    /** The constant's name, such as {@code GROUP_FULL}. */
    String name();

    /** The rule as a sentence. */
    String sentence();

    /** The HTTP status it is answered with; a rule that state breaks is a conflict. */
    default int status() {
        return 409;
    }

    /** The name in URLs, such as {@code group-full}. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Says no, for a reason that ends with what to do. */
    default Refusal because(String detail) {
        return new Refusal(this, detail);
    }

    /** Says no to some fields of what was sent. */
    default Refusal because(String detail, List<FieldError> errors) {
        return new Refusal(this, detail, errors);
    }

    /** Says no to one field, with what would do there. */
    default Refusal at(String pointer, String advice) {
        return because(advice, List.of(new FieldError(pointer, advice)));
    }
}
