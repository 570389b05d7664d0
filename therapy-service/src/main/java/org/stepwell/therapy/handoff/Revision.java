package org.stepwell.therapy.handoff;

import org.jspecify.annotations.Nullable;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.note.Fingerprint;

/**
 * What somebody has read of a summary: the version of what people wrote, and what it said by itself. Whoever writes has read the one;
 * whoever signs has read both, because what it says by itself may change while nobody writes.
 */
record Revision(int version, String facts) {

    private static final int DIGITS = 12;

    /** Of what people wrote alone. */
    static Revision written(DischargeSummary summary) {
        return new Revision(summary.version(), "");
    }

    /** Of all that is shown. */
    static Revision of(DischargeSummary summary, String facts, int addenda) {
        var late =
                summary.deadline().overdueAt() == null ? "" : summary.deadline().overdueAt();
        var shown = new Fingerprint().with(facts, late, addenda).hex();
        return new Revision(summary.version(), "." + shown.substring(0, DIGITS));
    }

    String etag() {
        return "\"" + this + "\"";
    }

    /** Refuses who has not read what people wrote. */
    void mustBeWrittenOver(@Nullable IfMatch read) {
        IfMatch.require(read == null ? null : new IfMatch(read.tag().replaceFirst("\\.[^\"]*", "")), version);
    }

    /** Refuses who has not read all of it. */
    void mustBeSigned(@Nullable IfMatch read) {
        IfMatch.requireRead(read, etag());
    }

    @Override
    public String toString() {
        return version + facts;
    }
}
