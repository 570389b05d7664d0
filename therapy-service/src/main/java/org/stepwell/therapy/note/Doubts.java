package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.seal.SealedJson;
import org.stepwell.therapy.notetext.Doubt;
import org.stepwell.therapy.notetext.MemberNames;
import org.stepwell.therapy.notetext.NoteContent;
import org.stepwell.therapy.notetext.PartText;

/** What looks wrong in a note, and what whoever signed it all the same gave as the reason, for supervisors to look through. */
@Singleton
public class Doubts {

    private static final String REASON = "note-doubt";

    private final SealedJson sealed;
    private final Sql sql;

    Doubts(SealedJson sealed, Sql sql) {
        this.sealed = sealed;
        this.sql = sql;
    }

    /**
     * Of each patient in whose part something looks wrong.
     *
     * @param besides what stands in other notes of the same session
     */
    static Map<PatientId, Set<Doubt>> in(NoteContent content, Collection<PartText> besides, MemberNames names) {
        var found = new HashMap<>(names.doubts(content.texts()));
        content.alike(besides)
                .forEach(patient -> found.computeIfAbsent(patient, _ -> EnumSet.noneOf(Doubt.class))
                        .add(Doubt.ALIKE));
        return found;
    }

    /** The note is signed with these reasons. */
    void keep(NoteId note, Map<PatientId, Set<Doubt>> doubts, Map<PatientId, String> reasons) {
        var all = new ArrayList<Kept>();
        doubts.forEach((patient, its) -> its.stream().filter(Doubt::needsReason).forEach(doubt -> {
            var id = Uuid7.next();
            var reason = Objects.requireNonNull(reasons.get(patient));
            all.add(new Kept(id, note, patient, doubt, sealed.seal(REASON, id, reason)));
        }));
        if (!all.isEmpty()) {
            insert(note, all);
        }
    }

    private void insert(NoteId note, List<Kept> all) {
        sql.update(
                """
                insert into note_doubt (id, note_id, patient_id, doubt, reason)
                select one.id, ?, one.patient, one.doubt, one.reason
                from unnest(?, ?, ?, ?) as one(id, patient, doubt, reason)
                """,
                note.value(),
                all.stream().map(Kept::id).toArray(UUID[]::new),
                all.stream().map(one -> one.patient().value()).toArray(UUID[]::new),
                all.stream().map(one -> one.doubt().name()).toArray(String[]::new),
                all.stream().map(Kept::sealed).toArray(String[]::new));
    }

    /** A part that was signed with a reason, sealed. */
    public record Kept(UUID id, NoteId note, PatientId patient, Doubt doubt, String sealed) {}

    /** In the order the notes were signed. */
    public List<Kept> page(UUID after, int count) {
        return sql.list(
                "select * from note_doubt where clinic_id = platform.current_clinic() and id > ? order by id limit ?",
                row -> new Kept(
                        row.getObject("id", UUID.class),
                        new NoteId(row.getObject("note_id", UUID.class)),
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        Doubt.valueOf(row.getString("doubt")),
                        row.getString("reason")),
                after,
                count);
    }

    /** Why it was signed. */
    public String open(Kept one) {
        return sealed.open(REASON, one.id(), one.sealed(), String.class);
    }
}
