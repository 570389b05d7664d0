package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
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
import org.stepwell.therapy.notetext.NamesInText;
import org.stepwell.therapy.notetext.NoteContent;

/** What looks wrong in a note, and what whoever signed it all the same gave as the reason, for supervisors to look through. */
@Singleton
public class Doubts {

    private static final String REASON = "note-doubt";

    private final NamesInText names;
    private final SealedJson sealed;
    private final Sql sql;

    Doubts(NamesInText names, SealedJson sealed, Sql sql) {
        this.names = names;
        this.sealed = sealed;
        this.sql = sql;
    }

    /** Of each patient in whose part something looks wrong. */
    Map<PatientId, Set<Doubt>> in(NoteContent content) {
        var found = new HashMap<PatientId, Set<Doubt>>();
        content.alike().forEach(patient -> add(found, patient, Doubt.ALIKE));
        names.ofOthers(content.texts()).forEach((patient, doubt) -> add(found, patient, doubt));
        return found;
    }

    private static void add(Map<PatientId, Set<Doubt>> found, PatientId patient, Doubt doubt) {
        found.computeIfAbsent(patient, _ -> EnumSet.noneOf(Doubt.class)).add(doubt);
    }

    /** The note is signed with these reasons. */
    void keep(NoteId note, Map<PatientId, Set<Doubt>> doubts, Map<PatientId, String> reasons) {
        doubts.forEach((patient, all) -> all.stream().filter(Doubt::needsReason).forEach(doubt -> {
            var id = Uuid7.next();
            sql.update(
                    "insert into note_doubt (id, note_id, patient_id, doubt, reason) values (?, ?, ?, ?, ?)",
                    id,
                    note.value(),
                    patient.value(),
                    doubt.name(),
                    sealed.seal(REASON, id, Objects.requireNonNull(reasons.get(patient))));
        }));
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
