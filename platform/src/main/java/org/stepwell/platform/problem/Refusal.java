package org.stepwell.platform.problem;

import java.util.List;

/** A no, with the rule that says it and the values that broke it. */
public class Refusal extends RuntimeException {

    private final transient Rule rule;
    private final String detail;
    private final transient List<FieldError> errors;

    /** A no with its detail: values in parentheses, advice at the end. */
    public Refusal(Rule rule, String detail) {
        this(rule, detail, List.of());
    }

    /** A no that points at fields of the request. */
    public Refusal(Rule rule, String detail, List<FieldError> errors) {
        super(rule.name() + ": " + detail);
        this.rule = rule;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    /** The rule that was broken. */
    public Rule rule() {
        return rule;
    }

    /** What exactly was wrong, and what to do. */
    public String detail() {
        return detail;
    }

    /** The fields it is about, if any. */
    public List<FieldError> errors() {
        return errors;
    }
}
