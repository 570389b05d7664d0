package org.stepwell.enrollment.coverage;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.PayerId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** A patient's policy with a payer, from a day on. What stands on the card, and whose policy it is, is sealed. */
@Entity
public class Coverage implements Covering {

    @EmbeddedId
    private CoverageId id;

    @Version
    private int version;

    private PatientId patient;
    private PayerId payer;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    /** Sealed. */
    private String words;

    private LocalDate firstDay;
    private @Nullable LocalDate lastDay;
    private @Nullable Withdrawn withdrawn;

    /** Who is billed first. */
    public enum Priority {
        PRIMARY,
        SECONDARY
    }

    /**
     * What stands on the card.
     *
     * @param plan what the plan is called
     * @param subscriber missing where the policy is the patient's own
     */
    public record Words(
            String plan,
            String memberNumber,
            @Nullable String groupNumber,
            @Nullable Subscriber subscriber) {}

    @SuppressWarnings("NullAway.Init")
    protected Coverage() {}

    Coverage(CoverageId id, PatientId patient, PayerId payer, CoverageTerms terms, String sealedWords) {
        this.id = id;
        this.patient = patient;
        this.payer = payer;
        change(terms, sealedWords);
    }

    /** A correction, or its end; another payer is another coverage. */
    final void change(CoverageTerms terms, String sealedWords) {
        mustStand();
        if (terms.lastDay() != null && terms.lastDay().isBefore(terms.firstDay())) {
            throw new Refusal(
                    CoverageRule.COVERAGE_ENDS_BEFORE_IT_BEGINS,
                    "From %s, and until %s.".formatted(terms.firstDay(), terms.lastDay()),
                    List.of(terms.wrong("lastDay", "on %s or later".formatted(terms.firstDay()))));
        }
        priority = terms.priority();
        firstDay = terms.firstDay();
        lastDay = terms.lastDay();
        words = sealedWords;
    }

    /** It never was one. */
    void withdraw(Withdrawn because) {
        mustStand();
        withdrawn = because;
    }

    /** Refuses anything more of one that was taken back. */
    void mustStand() {
        Withdrawn.mustBeNone(withdrawn, CoverageRule.COVERAGE_WAS_WITHDRAWN);
    }

    @Override
    public CoverageId coverage() {
        return id;
    }

    @Override
    public boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
    }

    /** Refuses another one of the same priority on any of its days; of two who enter one at once, the database refuses one. */
    void mustLeaveRoomFor(CoverageTerms other) {
        if (!meets(other.priority(), other.firstDay(), other.lastDay())) {
            return;
        }
        var first = firstDay;
        throw new Refusal(
                CoverageRule.ONE_COVERAGE_OF_A_PRIORITY,
                "Another coverage holds %s. Say its last day first.".formatted(days()),
                List.of(
                        other.firstDay().isBefore(first)
                                ? other.wrong("lastDay", "before %s".formatted(first))
                                : other.wrong(
                                        "firstDay",
                                        lastDay == null
                                                ? "after the other one has ended"
                                                : "after %s".formatted(lastDay))));
    }

    /** Whether both are billed in the same turn on any day, so that they can not be one person's. */
    public boolean meets(Coverage other) {
        return meets(other.priority, other.firstDay, other.lastDay);
    }

    private boolean meets(Priority turn, LocalDate first, @Nullable LocalDate last) {
        boolean before = last != null && last.isBefore(firstDay);
        boolean after = lastDay != null && first.isAfter(lastDay);
        return turn == priority && !before && !after;
    }

    /** What was approved ends at the latest with the coverage. */
    Approved cut(Approved approved) {
        return lastDay == null || !approved.lastDay().isAfter(lastDay)
                ? approved
                : new Approved(approved.id(), approved.unit(), approved.units(), approved.firstDay(), lastDay);
    }

    /** The days on which it begins to cover, and begins to cover no more. */
    List<LocalDate> changes() {
        return lastDay == null ? List.of(firstDay) : List.of(firstDay, lastDay.plusDays(1));
    }

    /** Refuses an authorization for days that it does not cover. */
    void mustCover(LocalDate from, LocalDate to) {
        if (!covers(from) || !covers(to)) {
            throw new Refusal(
                    CoverageRule.AUTHORIZED_WHILE_COVERED,
                    "It covers %s; the authorization is for %s to %s.".formatted(days(), from, to),
                    List.of(new FieldError(covers(from) ? "/lastDay" : "/firstDay", "a day of the coverage")));
        }
    }

    /** Whether these would be other days, or another turn among those who pay. */
    boolean wouldMoveBy(CoverageTerms terms) {
        return priority != terms.priority()
                || !firstDay.equals(terms.firstDay())
                || !Objects.equals(lastDay, terms.lastDay());
    }

    /** Which one it is. */
    public CoverageId id() {
        return id;
    }

    int version() {
        return version;
    }

    /** Whose it is. */
    public PatientId patient() {
        return patient;
    }

    /** Who pays. */
    public PayerId payer() {
        return payer;
    }

    @Override
    public Priority priority() {
        return priority;
    }

    @Nullable
    Withdrawn withdrawn() {
        return withdrawn;
    }

    String sealedWords() {
        return words;
    }

    /** When it covers, in words. */
    public String days() {
        return "from %s to %s".formatted(firstDay, lastDay == null ? "a day not known yet" : lastDay);
    }

    /** From when it covers. */
    public LocalDate firstDay() {
        return firstDay;
    }

    /** Until when it covers, that day included; nothing as long as it goes on. */
    public @Nullable LocalDate lastDay() {
        return lastDay;
    }
}
