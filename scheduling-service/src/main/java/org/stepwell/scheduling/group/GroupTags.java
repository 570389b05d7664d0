package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * What a clinic may call its patients where it matters for a group. The words stand in the clear, so they are few, the same for
 * many, and chosen by those who answer for the clinic.
 */
@Singleton
class GroupTags {

    private final Sql sql;

    GroupTags(Sql sql) {
        this.sql = sql;
    }

    /** All of them. */
    Set<String> published() {
        return new TreeSet<>(tags("select tag from group_tag where clinic_id = platform.current_clinic()"));
    }

    /** These are all from now on; refused where a patient or a group that runs has another. */
    void publish(Set<String> tags) {
        var kept = tags.toArray(String[]::new);
        // Whoever is using one holds it until they are done: what they did is seen by the statement after this one.
        var dropped = tags(
                "select tag from group_tag where clinic_id = platform.current_clinic() and tag <> all (?) for update",
                (Object) kept);
        mustBeUnused(dropped);
        sql.update("delete from group_tag where clinic_id = platform.current_clinic() and tag = any (?)", (Object)
                dropped.toArray(String[]::new));
        sql.update("insert into group_tag (tag) select said from unnest(?) said on conflict do nothing", (Object) kept);
    }

    private void mustBeUnused(Collection<String> dropped) {
        var used = tags("""
                select said from unnest(?) said
                where exists (select from patient_tag p where p.clinic_id = platform.current_clinic() and p.tag = said)
                   or exists (select from care_group g where g.clinic_id = platform.current_clinic() and g.status = 'RUNNING'
                        and said = any (g.needs || g.excludes))
                order by said
                """, (Object) dropped.toArray(String[]::new));
        if (!used.isEmpty()) {
            throw new Refusal(
                    GroupRule.TAG_IN_USE,
                    "Take %s off patients and out of groups first.".formatted(String.join(", ", used)),
                    List.of(new FieldError("/tags", "with " + String.join(", ", used))));
        }
    }

    /** Refuses a group for people whom the clinic has no such word for. */
    void require(@Nullable GroupMix mix) {
        if (mix != null) {
            require(mix.needs(), "/mix/needs");
            require(mix.excludes(), "/mix/excludes");
        }
    }

    /** Refuses a word that was not published; one that was stays so until this is done. */
    void require(@Nullable Set<String> said, String field) {
        if (said == null || said.isEmpty()) {
            return;
        }
        var known = tags(
                "select tag from group_tag where clinic_id = platform.current_clinic() and tag = any (?) for key share",
                (Object) said.toArray(String[]::new));
        if (!known.containsAll(said)) {
            throw new Refusal(
                    GroupRule.TAG_IS_PUBLISHED,
                    "%d of %d are none of them. An administrator publishes them with PUT group-tags."
                            .formatted(said.size() - known.size(), said.size()),
                    List.of(new FieldError(field, "those of GET group-tags alone")));
        }
    }

    private List<String> tags(String statement, Object... values) {
        return sql.list(statement, row -> row.getString(1), values);
    }
}
