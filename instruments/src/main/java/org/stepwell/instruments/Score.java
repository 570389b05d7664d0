package org.stepwell.instruments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a filled questionnaire says.
 *
 * @param total null when too many answers are missing, or when the instrument has no total
 * @param finding null when too many answers are missing, or when a total means nothing by itself
 * @param prorated the total was scaled up for missing answers
 * @param answered how many scored items were answered
 * @param missing the scored items without an answer that were to be asked
 * @param alerts raised whatever the total, also when there is none
 * @param subscales one each, in the order of the pack
 */
public record Score(
        @Nullable Integer total,
        @Nullable Finding finding,
        boolean prorated,
        int answered,
        List<String> missing,
        List<Alert> alerts,
        List<ScaleScore> subscales) {}
