package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.time.Due;
import org.stepwell.therapy.roster.Sessions;

/** Lets a note fall due as soon as somebody was at a session, and not any more when nobody was. */
@Singleton
public class NotesDue {

    /** The note is late. */
    static final String OVERDUE = "note-overdue";

    /** The program of somebody present was not known when the note fell due. */
    static final String DEADLINE = "note-deadline";

    private final Notes notes;
    private final Sessions sessions;
    private final Due due;
    private final NoteTasks tasks;
    private final Sql sql;

    NotesDue(Notes notes, Sessions sessions, Due due, NoteTasks tasks, Sql sql) {
        this.notes = notes;
        this.sessions = sessions;
        this.due = due;
        this.tasks = tasks;
        this.sql = sql;
    }

    private record Hours(int least, boolean known, boolean complete) {}

    /** Somebody was at a session, or was not after all. */
    public void recorded(AttendanceRecorded attendance) {
        var header = NoteHeader.of(sessions.attended(attendance));
        var found = attendance.status().attended()
                ? java.util.Optional.of(notes.begun(attendance.session(), header, attendance.at()))
                : notes.locked(attendance.session());
        found.ifPresent(note -> {
            note.moved(header);
            note.attendance(attendance);
            if (!settle(note)) {
                due.now(DEADLINE, note.facts().id());
            }
        });
    }

    /** A session was held at another time than was known. */
    public void moved(SessionId session) {
        notes.locked(session).ifPresent(note -> {
            note.moved(NoteHeader.of(sessions.of(session)));
            settle(note);
        });
    }

    /** Sets the deadline, or takes it away where nothing is owed; false while a program is not known. */
    boolean settle(GroupNote note) {
        notes.flush();
        var id = note.facts().id();
        if (!note.owed()) {
            due.cancel(OVERDUE, id);
            due.cancel(DEADLINE, id);
            tasks.settled(note);
            return true;
        }
        var hours = hours(note);
        if (hours.known()) {
            note.fallsDue(Duration.ofHours(hours.least()));
            var facts = note.facts();
            if (facts.overdueAt() == null && facts.dueAt() != null) {
                due.at(OVERDUE, id, facts.dueAt());
            }
        }
        return hours.complete();
    }

    /** The shortest time that a program of those present gives for the note. */
    private Hours hours(GroupNote note) {
        return sql.one(
                        """
                        select min(rules.note_due_hours) as least, count(rules.note_due_hours) as known, count(*) as present
                        from note_part part
                        left join episode on episode.clinic_id = part.clinic_id and episode.id = part.episode_id
                        left join lateral (
                            select note_due_hours from program
                            where clinic_id = part.clinic_id and id = episode.program_id
                            order by (since <= ?) desc, case when since <= ? then since end desc, since limit 1) rules on true
                        where part.note_id = ? and part.present
                        """,
                        row -> new Hours(
                                row.getInt("least"),
                                row.getInt("known") > 0,
                                row.getInt("known") == row.getInt("present")),
                        note.facts().header().date(),
                        note.facts().header().date(),
                        note.facts().id().value())
                .orElseThrow();
    }
}
