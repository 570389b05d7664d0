package org.stepwell.scheduling.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.RuleSet.GroupSize;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.scheduling.calendar.Recurrence;
import org.stepwell.scheduling.session.Venue;

/** What is said of a group when it is opened, and again when it is changed. */
interface GroupShape {

    String CAPACITY = "what the program's rules say where nobody says otherwise";
    String FEWEST = "sessions with fewer are shown as such; what the program's rules say where nobody says otherwise";
    String ROOM = "left out where it meets by telehealth";
    String LINK = "by which it meets where it has no room; only those who are seated and who lead are told it";
    String REPEATS =
            "for a group that does not meet in each week: an RRULE (RFC 5545) over weeks or months, which says on"
                    + " which days of its hours it does; counted from its first day";
    String UNITS = "its curriculum: what its sessions are about, one after the other and then from the first again";
    String MIX = "whom it takes; everybody of its track where nothing is said";

    String name();

    @Nullable
    Integer capacity();

    @Nullable
    Integer fewest();

    Set<StaffId> facilitators();

    List<GroupView.Hours> slots();

    @Nullable
    String repeats();

    @Nullable
    List<String> units();

    @Nullable
    GroupMix mix();

    /** What a group is opened with, and keeps. */
    record Kept(
            ProgramId program,
            String track,
            Modality modality,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    /** The plan of a group that is opened so, or is so from a day on. */
    default GroupPlan plan(Kept kept, GroupSize size, Venue venue) {
        int places = GroupPlan.places(capacity(), size);
        @Nullable String rule = repeats();
        @Nullable List<String> units = units();
        return new GroupPlan(
                name().strip(),
                kept.program(),
                kept.track(),
                kept.modality(),
                places,
                GroupPlan.fewest(fewest(), places, size),
                venue,
                facilitators(),
                slots().stream().map(GroupView.Hours::slot).toList(),
                rule == null ? null : new Recurrence(rule, kept.startsOn()),
                units == null ? List.of() : units.stream().map(String::strip).toList(),
                kept.startsOn(),
                kept.endsOn(),
                new Takes(mix()));
    }
}
