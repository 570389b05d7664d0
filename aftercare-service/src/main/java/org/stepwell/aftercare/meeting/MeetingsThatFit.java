package org.stepwell.aftercare.meeting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.meeting.FreeWeek.Occurrence;
import org.stepwell.contracts.id.MeetingId;

/**
 * Finds meetings that fit somebody's free hours: of those in person the nearest, of those online the first of each free stretch. Few
 * are looked at, so that it stays quick among fifty thousand.
 */
@Singleton
class MeetingsThatFit {

    private static final int NEAREST = 200;
    private static final int OF_A_STRETCH = 30;

    private final Meetings meetings;

    MeetingsThatFit(Meetings meetings) {
        this.meetings = meetings;
    }

    /**
     * What is wanted beside free hours.
     *
     * @param language the person's own, or null where it is not known
     */
    record Wanted(@Nullable String language, boolean secular, MeetingSearch.@Nullable Near near) {

        private Set<String> marks(String held) {
            var marks = new TreeSet<>(Set.of(held));
            if (secular) {
                marks.add(MeetingTypes.SECULAR);
            }
            return marks;
        }
    }

    /** A meeting and when it fits within the next seven days. */
    record Fit(Meeting meeting, @Nullable Double kilometers, boolean ownLanguage, List<Occurrence> times) {}

    /** The best first: in the person's language, then the nearest and those online after them, then the soonest. */
    List<Fit> find(FreeWeek week, Wanted wanted, int limit) {
        Map<MeetingId, Meetings.Found> candidates = new LinkedHashMap<>();
        nearest(wanted).forEach(found -> candidates.putIfAbsent(found.id(), found));
        online(week, wanted).forEach(found -> candidates.putIfAbsent(found.id(), found));
        return candidates.values().stream()
                .map(found -> new Fit(
                        found.meeting(),
                        found.kilometers(),
                        wanted.language() != null && found.meeting().languages().contains(wanted.language()),
                        week.of(found.meeting())))
                .filter(fit -> !fit.times().isEmpty())
                .sorted(Comparator.comparing((Fit fit) -> !fit.ownLanguage())
                        .thenComparingDouble(fit -> fit.kilometers() == null ? Double.MAX_VALUE : fit.kilometers())
                        .thenComparing(fit -> fit.times().getFirst().startsAt())
                        .thenComparing(fit -> fit.meeting().id().value()))
                .limit(limit)
                .toList();
    }

    private List<Meetings.Found> nearest(Wanted wanted) {
        var near = wanted.near();
        return near == null
                ? List.of()
                : meetings.search(
                        new MeetingSearch(null, null, null, wanted.marks(MeetingTypes.IN_PERSON), near, null, NEAREST));
    }

    /** Those in the person's language are looked for first, and then any. */
    private List<Meetings.Found> online(FreeWeek week, Wanted wanted) {
        var found = new ArrayList<Meetings.Found>();
        var marks = wanted.marks(MeetingTypes.ONLINE);
        var own = new TreeSet<>(marks);
        if (wanted.language() != null) {
            own.add(MeetingTypes.languageMark(wanted.language()));
        }
        for (var which : own.equals(marks) ? List.of(marks) : List.of(own, marks)) {
            for (var date : week.days()) {
                for (var free : week.windows(date)) {
                    found.addAll(meetings.search(new MeetingSearch(
                            date.getDayOfWeek(), free.from(), free.until(), which, null, null, OF_A_STRETCH)));
                }
            }
        }
        return found;
    }
}
