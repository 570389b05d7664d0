package org.stepwell.enrollment.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.enrollment.payer.DayTerms;

/** A day on which a patient was there, with all its sessions. */
public record AttendedDay(LocalDate day, EpisodeId episode, List<Attendance> attended) {

    public AttendedDay {
        attended = List.copyOf(attended);
    }

    /** One session, and for how many minutes of it somebody was there. */
    public record Attendance(SessionId session, Modality modality, boolean group, int minutes) {}

    /** The minutes of all its sessions together. */
    public int minutes() {
        return attended.stream().mapToInt(Attendance::minutes).sum();
    }

    /** The minutes that count toward a program day of a payer: none, where the payer wants a group each day and there was none. */
    public int minutesUnder(DayTerms terms) {
        boolean counts = !terms.groupEachDay() || attended.stream().anyMatch(Attendance::group);
        return counts ? minutes() : 0;
    }

    /** Its sessions. */
    public List<SessionId> sessions() {
        return attended.stream().map(Attendance::session).toList();
    }

    /** What is left of it without these treatments; nothing where there were no others. */
    public Optional<AttendedDay> without(Set<Modality> some) {
        var left =
                attended.stream().filter(one -> !some.contains(one.modality())).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new AttendedDay(day, episode, left));
    }
}
