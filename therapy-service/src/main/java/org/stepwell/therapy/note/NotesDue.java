package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.time.Due;
import org.stepwell.therapy.roster.Sessions;
import org.stepwell.therapy.roster.Sessions.HeldSession;

/** Lets a note fall due as soon as somebody was at a session, and not any more when nobody was. */
@Singleton
public class NotesDue {

    /** The note is late. */
    static final String OVERDUE = "note-overdue";

    /** The program of somebody present was not known when the note fell due. */
    static final String DEADLINE = "note-deadline";

    private final Notes notes;
    private final Sessions sessions;
    private final CosignsThatFallDue cosigns;
    private final Reasons reasons;
    private final NoteTasks tasks;
    private final Due due;
    private final Sql sql;

    NotesDue(
            Notes notes,
            Sessions sessions,
            CosignsThatFallDue cosigns,
            Reasons reasons,
            NoteTasks tasks,
            Due due,
            Sql sql) {
        this.notes = notes;
        this.sessions = sessions;
        this.cosigns = cosigns;
        this.reasons = reasons;
        this.tasks = tasks;
        this.due = due;
        this.sql = sql;
    }

    private record Hours(int least, boolean known, boolean complete) {}

    /** Somebody was at a session, or was not after all. */
    public void recorded(AttendanceRecorded attendance) {
        var session = sessions.attended(attendance);
        var all = notes.locked(session.session());
        var signed = all.standing(attendance.patient());
        if (signed.isPresent()) {
            compare(signed.get(), attendance);
            all.open().ifPresent(note -> {
                note.besides(all.presentInSigned());
                settled(note);
            });
            return;
        }
        var open = attendance.status().attended()
                ? Optional.of(all.open().orElseGet(() -> begun(all, session, attendance.at())))
                : all.open();
        open.ifPresent(note -> {
            var author = note.facts().signature();
            boolean moved = note.moved(NoteHeader.of(session), attendance.at());
            boolean voided = note.attendance(attendance);
            note.besides(all.presentInSigned());
            if (moved || voided) {
                sayThatItIsADraftAgain(note, author, attendance.at());
            }
            settled(note);
        });
    }

    /** What is signed stays; whoever signed it adds to it, or strikes it. */
    private void compare(NotePart signed, AttendanceRecorded attendance) {
        signed.note().corrected(signed, attendance);
        tasks.compared(signed.note());
    }

    /** A session was held at another time than was known. */
    public void moved(SessionId session, Instant at) {
        notes.locked(session).open().ifPresent(note -> {
            var author = note.facts().signature();
            if (note.moved(NoteHeader.of(sessions.of(session)), at)) {
                sayThatItIsADraftAgain(note, author, at);
            }
            settle(note);
        });
    }

    /** Some who were there have no signed part any more, and get another. */
    void owed(SessionNotes all, List<NotePart> struck, HeldSession session, Instant now) {
        var note = all.open().orElseGet(() -> begun(all, session, now));
        var author = note.facts().signature();
        if (note.owes(struck, now)) {
            sayThatItIsADraftAgain(note, author, now);
        }
        note.besides(all.presentInSigned());
        settled(note);
    }

    /** The first note is due from the session's end, others from what made them owed. */
    private Note begun(SessionNotes all, HeldSession session, Instant at) {
        return notes.begun(session, all.nextVersion(), at, all.all().isEmpty() ? Instant.EPOCH : at);
    }

    private void sayThatItIsADraftAgain(Note note, @Nullable Signature author, Instant at) {
        var id = note.facts().id();
        reasons.corrected(id, at);
        cosigns.withdraw(id, at);
        tasks.returned(id, Objects.requireNonNull(author).signedBy(), at);
    }

    private void settled(Note note) {
        if (!settle(note)) {
            due.now(DEADLINE, note.facts().id());
        }
    }

    /** Sets the deadline, or takes it away where nothing is owed; false while a program is not known. */
    boolean settle(Note note) {
        notes.flush();
        var id = note.facts().id();
        if (!note.owed()) {
            due.cancel(OVERDUE, id);
            due.cancel(DEADLINE, id);
            tasks.settled(note.facts());
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
    private Hours hours(Note note) {
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
