package org.stepwell.enrollment.episode;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** The times in which the patient of an episode was away, one after the other; the last of them may go on. */
@Embeddable
class Holds {

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "episode_hold", joinColumns = @JoinColumn(name = "episode_id"))
    @MapKeyColumn(name = "place")
    private Map<Integer, Hold> each = new TreeMap<>();

    protected Holds() {}

    /** The one that goes on. */
    Optional<Hold> open() {
        return Optional.ofNullable(last()).filter(Hold::isOpen);
    }

    boolean isOpen() {
        return open().isPresent();
    }

    /** The one that goes on; refused where there is none. */
    Hold current() {
        return open().orElseThrow(() -> new Refusal(EpisodeRule.NOT_ON_HOLD, "The patient is not away."));
    }

    void begin(Hold hold, LocalDate start, LocalDate today) {
        if (isOpen()) {
            throw new Refusal(
                    EpisodeRule.ALREADY_ON_HOLD,
                    "Since %s. Say anew how long it takes, or let them come back."
                            .formatted(current().from()));
        }
        var before = last();
        var backOn = before == null ? null : before.backOn();
        hold.mustBePossible(backOn == null ? start : backOn, today);
        each.put(each.size() + 1, hold);
    }

    /** The one that goes on takes another while than was said. */
    void takes(Hold.Length length, LocalDate today) {
        each.put(each.size(), current().takes(length, today));
    }

    /** Ends the one that goes on; answers it as it was. */
    Hold end(LocalDate firstDayBack, LocalDate today) {
        var hold = current();
        var last = today.plusDays(Hold.DAYS_AHEAD_MAX);
        if (firstDayBack.isBefore(hold.from()) || firstDayBack.isAfter(last)) {
            throw new Refusal(
                    EpisodeRule.BACK_WHILE_ON_HOLD,
                    "They are away since %s, and today is %s.".formatted(hold.from(), today),
                    List.of(new FieldError("/from", "%s to %s".formatted(hold.from(), last))));
        }
        each.put(each.size(), hold.ended(firstDayBack));
        return hold;
    }

    private @Nullable Hold last() {
        return each.get(each.size());
    }
}
