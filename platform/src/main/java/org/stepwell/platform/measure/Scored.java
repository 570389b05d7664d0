package org.stepwell.platform.measure;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored.Subscale;
import org.stepwell.instruments.Alert;
import org.stepwell.instruments.Instrument;
import org.stepwell.instruments.Item;
import org.stepwell.instruments.ScaleScore;

/**
 * A questionnaire as it was answered, with the score its instrument gave at the time.
 *
 * @param answeredFor the group of people for whom the total is read, where that makes a difference
 * @param total null where too many answers are missing, or the instrument knows no total
 */
@Embeddable
public record Scored(
        String instrument,
        String instrumentVersion,
        @JdbcTypeCode(SqlTypes.JSON) List<ItemAnswer> answers,
        @Nullable String answeredFor,
        @Nullable Integer total,
        @Nullable String band,
        boolean prorated,
        @JdbcTypeCode(SqlTypes.JSON) List<String> missing,
        @JdbcTypeCode(SqlTypes.JSON) List<ScaleScore> subscales,
        @JdbcTypeCode(SqlTypes.JSON) List<Alert> alerts) {

    /** The answer to an item, in the order of the questionnaire. */
    public record ItemAnswer(String item, int value) {}

    /** Scores the answers by the instrument's rules; refuses an answer that the instrument does not have. */
    static Scored by(Instrument questionnaire, Map<String, Integer> answers, @Nullable String group) {
        var score = questionnaire.score(answers, group);
        var found = score.finding();
        return new Scored(
                questionnaire.code(),
                questionnaire.version(),
                questionnaire.items().stream()
                        .map(Item::label)
                        .filter(answers::containsKey)
                        .map(item -> new ItemAnswer(item, answers.getOrDefault(item, 0)))
                        .toList(),
                group,
                score.total(),
                found == null ? null : found.code(),
                score.prorated(),
                score.missing(),
                score.subscales(),
                score.alerts());
    }

    /** What its parts say, as it is told to other services. */
    public List<Subscale> parts() {
        return subscales.stream()
                .map(part -> {
                    var found = part.finding();
                    return new Subscale(part.scale(), part.points(), found == null ? null : found.code());
                })
                .toList();
    }

    /** The answers that may mean that somebody is in danger. */
    public List<Alert> dangers() {
        return alerts.stream().filter(Alert::safety).toList();
    }
}
