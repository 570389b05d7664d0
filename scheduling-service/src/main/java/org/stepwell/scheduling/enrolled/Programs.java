package org.stepwell.scheduling.enrolled;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged.RulesFrom;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged.Track;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.columns.Columns;

/** The programs of a clinic, with every version of their rules. */
@Singleton
public class Programs {

    private static final String RULES_ON = """
            select distinct on (program_id) program_id, rules from program_rules
            where clinic_id = platform.current_clinic() and program_id = any (?)
            order by program_id, (effective_from <= ?) desc,
                     case when effective_from <= ? then effective_from end desc, effective_from, version desc
            """;

    private final Sql sql;
    private final RuleSetText texts;

    Programs(Sql sql, RuleSetText texts) {
        this.sql = sql;
        this.texts = texts;
    }

    /** Takes what enrollment says of a program; older versions of its rules stay. */
    public void changed(ProgramChanged program) {
        sql.update(
                """
                insert into program (id, name, length_days, tracks, ended) values (?, ?, ?, ?, ?)
                on conflict (clinic_id, id) do update
                set name = excluded.name, length_days = excluded.length_days, tracks = excluded.tracks, ended = excluded.ended
                """,
                program.program().value(),
                program.name(),
                program.lengthDays(),
                program.tracks().stream().map(Track::code).toArray(String[]::new),
                program.ended());
        sql.update(
                """
                insert into program_rules (program_id, code, version, effective_from, rules)
                select ?, said.rules::jsonb ->> 'code', (said.rules::jsonb ->> 'version')::int, said.since, said.rules::jsonb
                from unnest(?, ?) as said(since, rules)
                on conflict (clinic_id, program_id, code, version) do update
                set effective_from = excluded.effective_from, rules = excluded.rules
                """,
                program.program().value(),
                program.rules().stream().map(RulesFrom::from).toArray(LocalDate[]::new),
                program.rules().stream().map(one -> texts.write(one.ruleSet())).toArray(String[]::new));
    }

    private record Offered(List<String> tracks, boolean ended) {}

    /** Refuses a program that ended, and a track that it does not have. */
    public void requireTrack(ProgramId program, String track) {
        var offered = sql.one(
                        "select tracks, ended from program where clinic_id = platform.current_clinic() and id = ?",
                        row -> new Offered(Columns.texts(row, "tracks"), row.getBoolean("ended")),
                        program.value())
                .orElseThrow(() -> new Refusal(
                        EnrolledRule.PROGRAM_UNKNOWN,
                        "Program %s is not known here. Set it up in enrollment first.".formatted(program)));
        if (offered.ended()) {
            throw new Refusal(
                    EnrolledRule.PROGRAM_IS_OVER,
                    "Nobody is in program %s any more. Open the group in another one.".formatted(program),
                    List.of(new FieldError("/program", "a program that goes on")));
        }
        if (!offered.tracks().contains(track)) {
            throw new Refusal(
                    EnrolledRule.TRACK_UNKNOWN,
                    "The program has no track %s; it has %s.".formatted(track, String.join(", ", offered.tracks())));
        }
    }

    /** The rules in force on a day; before the first version, the first. */
    public RuleSet rulesOn(ProgramId program, LocalDate day) {
        var rules = rulesOn(Set.of(program), day).get(program);
        if (rules == null) {
            throw new ProgramNotKnownYet(program);
        }
        return rules;
    }

    /** The same for several programs at once; a program that is not known is missing. */
    public Map<ProgramId, RuleSet> rulesOn(Collection<ProgramId> programs, LocalDate day) {
        var found = new HashMap<ProgramId, RuleSet>();
        var reader = texts.reader();
        sql.list(
                        RULES_ON,
                        row -> Map.entry(
                                Columns.id(row, "program_id", ProgramId::new), reader.read(row.getString("rules"))),
                        Columns.uuids(programs),
                        day,
                        day)
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }
}
