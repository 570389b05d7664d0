package org.stepwell.therapy.medication;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.medication.DaysCovered.Span;

/** Where an order stands, and each step by which it came there. */
@Embeddable
class OrderLife {

    @Enumerated(EnumType.STRING)
    private OrderStatus status = OrderStatus.DRAFT;

    @Enumerated(EnumType.STRING)
    private @Nullable StopReason stopReason;

    private @Nullable LocalDate overOn;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "medication_order_change", joinColumns = @JoinColumn(name = "order_id"))
    @MapKeyColumn(name = "place")
    private Map<Integer, OrderChange> changes = new TreeMap<>();

    /** Who does something to an order, when, and on which day at the clinic; nobody where its last day was over. */
    record Word(@Nullable StaffId by, Instant at, LocalDate today) {}

    void mustBeDraft() {
        if (status != OrderStatus.DRAFT) {
            throw MedicationRule.ORDER_IS_WRITTEN_ONCE.because(
                    "It is %s. Stop it, or order another in its place.".formatted(status));
        }
    }

    void activate(LocalDate from, Word word) {
        become(OrderStatus.ACTIVE, word, from);
    }

    void hold(Word word) {
        become(OrderStatus.ON_HOLD, word, word.today());
    }

    void mustBeOnHold() {
        if (status != OrderStatus.ON_HOLD) {
            throw refused(OrderStatus.ACTIVE);
        }
    }

    void resume(@Nullable String content, Word word) {
        mustBeOnHold();
        become(OrderStatus.ACTIVE, word, word.today(), content);
    }

    void stop(StopReason why, Word word) {
        become(OrderStatus.STOPPED, word, word.today());
        stopReason = why;
        overOn = word.today();
    }

    /** @param last its last day, where it was ordered with one */
    void complete(@Nullable LocalDate last, Word word) {
        become(OrderStatus.COMPLETED, word, word.today());
        overOn = last != null && last.isBefore(word.today()) ? last : word.today();
    }

    void strike(Word word) {
        become(OrderStatus.ENTERED_IN_ERROR, word, word.today());
        overOn = word.today();
    }

    private void become(OrderStatus next, Word word, LocalDate day) {
        become(next, word, day, null);
    }

    private void become(OrderStatus next, Word word, LocalDate day, @Nullable String content) {
        if (!status.next().contains(next)) {
            throw refused(next);
        }
        status = next;
        changes.put(changes.size(), new OrderChange(next, day, word.by(), word.at(), content));
    }

    private Refusal refused(OrderStatus next) {
        return MedicationRule.ORDER_GOES_FORWARD.because(
                "It is %s, and can not become %s; it can become one of %s.".formatted(status, next, status.next()));
    }

    /** The days of a status, each until the next step; none of them before the first day of the order. */
    List<Span> daysOf(OrderStatus which, LocalDate first) {
        var spans = new ArrayList<Span>();
        var steps = changes();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).status() == which) {
                var from = steps.get(i).day();
                var until = i + 1 < steps.size() ? steps.get(i + 1).day() : null;
                spans.add(new Span(from.isBefore(first) ? first : from, until));
            }
        }
        return spans;
    }

    /** Whether it was put off at a time. */
    boolean wasOnHold(Instant at) {
        return changes().stream()
                .filter(change -> !change.changedAt().isAfter(at))
                .reduce((_, later) -> later)
                .filter(change -> change.status() == OrderStatus.ON_HOLD)
                .isPresent();
    }

    /** Whether it was put off on a day: also on the one on which that began, or ended. */
    boolean wasOnHold(LocalDate day) {
        return daysOf(OrderStatus.ON_HOLD, LocalDate.MIN).stream()
                .filter(span -> !span.from().isAfter(day))
                .anyMatch(span -> span.until() == null || !span.until().isBefore(day));
    }

    /** The last day on which it was active, until another one; the day on which it is held or stopped is one. */
    Optional<LocalDate> activeThrough(LocalDate first, LocalDate today) {
        var over = overOn == null ? today : overOn;
        return daysOf(OrderStatus.ACTIVE, first).stream()
                .filter(span -> !span.from().isAfter(over))
                .map(span -> span.until() == null || span.until().isAfter(over) ? over : span.until())
                .max(Comparator.naturalOrder());
    }

    /** What was said last as a step was taken, sealed. */
    Optional<String> content() {
        return changes().stream()
                .map(OrderChange::content)
                .filter(Objects::nonNull)
                .reduce((_, later) -> later);
    }

    OrderStatus status() {
        return status;
    }

    @Nullable
    StopReason stopReason() {
        return stopReason;
    }

    @Nullable
    LocalDate overOn() {
        return overOn;
    }

    List<OrderChange> changes() {
        return List.copyOf(changes.values());
    }
}
