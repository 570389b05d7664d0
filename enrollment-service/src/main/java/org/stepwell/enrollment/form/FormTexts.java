package org.stepwell.enrollment.form;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.Refusal;

/** Every version of the clinic's texts; what somebody signed is never changed. */
@Singleton
public class FormTexts {

    private final Sql sql;

    FormTexts(Sql sql) {
        this.sql = sql;
    }

    /**
     * The versions of one kind.
     *
     * @param current the one in use
     * @param signedSince the version that has to be signed at least: a later one changed nothing that matters
     */
    public record Versions(int current, int signedSince) {}

    /** The text in use; 409 where the clinic has published none and none comes with us. */
    public FormText inUse(ConsentKind kind) {
        return sql.one("""
                        select kind, version, text from form_text
                        where clinic_id = platform.current_clinic() and kind = ? order by version desc limit 1
                        """, FormTexts::read, kind.name())
                .or(() -> FormText.OURS.kind() == kind
                        ? java.util.Optional.of(FormText.OURS)
                        : java.util.Optional.empty())
                .orElseThrow(() -> new Refusal(
                        FormRule.FORM_IS_PUBLISHED,
                        "An administrator publishes the clinic's %s first (form-texts).".formatted(kind)));
    }

    /** The texts in use, of each kind that has one. */
    List<FormText> inUse() {
        var found = new EnumMap<ConsentKind, FormText>(ConsentKind.class);
        found.put(FormText.OURS.kind(), FormText.OURS);
        sql.list("""
                select distinct on (kind) kind, version, text from form_text
                where clinic_id = platform.current_clinic() order by kind, version desc
                """, FormTexts::read).forEach(text -> found.put(text.kind(), text));
        return List.copyOf(found.values());
    }

    /** The versions of each kind that patients sign about their care; missing where there is no text. */
    public Map<ConsentKind, Versions> versions() {
        var found = new EnumMap<ConsentKind, Versions>(ConsentKind.class);
        found.put(FormText.OURS.kind(), new Versions(0, 0));
        sql.list(
                        """
                        select kind, max(version) as current, max(version) filter (where sign_again) as signed_since
                        from form_text where clinic_id = platform.current_clinic() group by kind
                        """,
                        row -> Map.entry(
                                ConsentKind.valueOf(row.getString("kind")),
                                new Versions(row.getInt("current"), row.getInt("signed_since"))))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    /** Publishes a text as the next version of its kind. */
    FormText publish(ConsentKind kind, String text, boolean signAgain, String by, Instant now) {
        int version = sql.one("""
                insert into form_text (kind, version, text, sign_again, published_by, published_at)
                select ?, coalesce(max(version), 0) + 1, ?, ?, ?, ? from form_text
                where clinic_id = platform.current_clinic() and kind = ?
                returning version
                """, row -> row.getInt(1), kind.name(), text, signAgain, by, now, kind.name())
                .orElseThrow();
        return new FormText(kind, version, text);
    }

    /** The kinds that a clinic publishes. */
    static List<ConsentKind> kinds() {
        return Arrays.stream(ConsentKind.values())
                .filter(kind -> !kind.disclosure())
                .toList();
    }

    private static FormText read(ResultSet row) throws SQLException {
        return new FormText(ConsentKind.valueOf(row.getString("kind")), row.getInt("version"), row.getString("text"));
    }
}
