package org.stepwell.therapy.objective;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Sql;

/** How far the objectives of an episode came, as the notes of its sessions rate them. */
@Singleton
public class ObjectiveRatings {

    private final Sql sql;

    ObjectiveRatings(Sql sql) {
        this.sql = sql;
    }

    /**
     * How an objective stood after a session.
     *
     * @param signed false as long as a supervisor has not co-signed the note
     */
    public record RatedInSession(
            ObjectiveId objective,
            ObjectiveRating rating,
            NoteId note,
            SessionId session,
            LocalDate day,
            boolean signed) {}

    /** All ratings of an episode by notes that stand signed, in the order of the sessions. */
    public List<RatedInSession> of(EpisodeId episode) {
        return rated(episode, false);
    }

    /** And those that wait for a co-signature: whoever treats the patient knows of them, the patient does not yet. */
    public List<RatedInSession> withThoseThatWait(EpisodeId episode) {
        return rated(episode, true);
    }

    private List<RatedInSession> rated(EpisodeId episode, boolean alsoWaiting) {
        return sql.list(
                """
                select r.objective_id, r.rating, n.id, n.session_id, n.date, p.signed_at is not null as signed
                from note_part p
                join note n on n.clinic_id = p.clinic_id and n.id = p.note_id
                join objective_rating r on r.clinic_id = p.clinic_id and r.part_id = p.id
                where p.clinic_id = platform.current_clinic() and p.episode_id = ? and p.struck_at is null
                    and (p.signed_at is not null or (? and n.status = 'PENDING_COSIGN'))
                order by n.starts_at, n.id, r.objective_id
                """,
                row -> new RatedInSession(
                        new ObjectiveId(row.getObject("objective_id", UUID.class)),
                        ObjectiveRating.valueOf(row.getString("rating")),
                        new NoteId(row.getObject("id", UUID.class)),
                        new SessionId(row.getObject("session_id", UUID.class)),
                        row.getObject("date", LocalDate.class),
                        row.getBoolean("signed")),
                episode.value(),
                alsoWaiting);
    }

    /** What each of these parts of notes links, instead of what it linked before. */
    public void write(Map<UUID, List<RatedObjective>> ofParts) {
        var parts = new ArrayList<UUID>();
        var objectives = new ArrayList<UUID>();
        var ratings = new ArrayList<String>();
        ofParts.forEach((part, all) -> all.forEach(one -> {
            parts.add(part);
            objectives.add(one.objective().value());
            ratings.add(one.rating().name());
        }));
        sql.update(
                "delete from objective_rating where clinic_id = platform.current_clinic() and part_id = any (?)",
                (Object) ofParts.keySet().toArray(UUID[]::new));
        sql.update(
                "insert into objective_rating (part_id, objective_id, rating) select * from unnest(?, ?, ?)",
                parts.toArray(UUID[]::new),
                objectives.toArray(UUID[]::new),
                ratings.toArray(String[]::new));
    }

    /** What each of these parts of notes links. */
    public Map<UUID, List<RatedObjective>> ofParts(Collection<UUID> parts) {
        var found = new HashMap<UUID, List<RatedObjective>>();
        sql.list(
                        """
                        select part_id, objective_id, rating from objective_rating
                        where clinic_id = platform.current_clinic() and part_id = any (?) order by objective_id
                        """,
                        row -> Map.entry(
                                row.getObject("part_id", UUID.class),
                                new RatedObjective(
                                        new ObjectiveId(row.getObject("objective_id", UUID.class)),
                                        ObjectiveRating.valueOf(row.getString("rating")))),
                        (Object) parts.toArray(UUID[]::new))
                .forEach(row -> found.computeIfAbsent(row.getKey(), _ -> new ArrayList<>())
                        .add(row.getValue()));
        return found;
    }
}
