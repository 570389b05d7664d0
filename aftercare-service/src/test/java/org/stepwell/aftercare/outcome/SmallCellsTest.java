package org.stepwell.aftercare.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.outcome.SmallCells.Counts;
import org.stepwell.aftercare.outcome.SmallCells.Share;

class SmallCellsTest {

    private final SmallCells cells = new SmallCells(11);

    @Test
    void aCountOfFewIsNotShownAndNoneIsNoCount() {
        assertThat(cells.shown(0)).isZero();
        assertThat(cells.shown(1)).isNull();
        assertThat(cells.shown(10)).isNull();
        assertThat(cells.shown(11)).isEqualTo(11);
    }

    @Test
    void aShareShowsNothingThatIsAboutFew() {
        assertThat(cells.share(14, 40)).isEqualTo(new Share(40, 14, 35.0, false));
        assertThat(cells.share(0, 40)).isEqualTo(new Share(40, 0, 0.0, false));
        assertThat(cells.share(40, 40)).isEqualTo(new Share(40, 40, 100.0, false));
        assertThat(cells.share(0, 0)).isEqualTo(new Share(0, 0, null, false));
        assertThat(cells.share(3, 40)).isEqualTo(new Share(40, null, null, true));
        assertThat(cells.share(5, 10)).isEqualTo(new Share(null, null, null, true));
    }

    @Test
    void whatFollowsFromADifferenceIsNotShownEither() {
        assertThat(cells.share(35, 40)).isEqualTo(new Share(40, null, null, true));
        assertThat(cells.counts(14, 20, 40)).isEqualTo(new Counts(40, null, null, null, null, null, true));
        assertThat(cells.counts(14, 35, 40)).isEqualTo(new Counts(40, null, null, null, null, null, true));
    }

    @Test
    void whoIsMissingIsInTheDenominatorAndTakenForNothingElse() {
        assertThat(cells.counts(14, 26, 40)).isEqualTo(new Counts(40, 14, 12, 14, 35.0, 53.8, false));
        assertThat(cells.counts(0, 0, 40)).isEqualTo(new Counts(40, 0, 0, 40, 0.0, null, false));
        assertThat(cells.counts(0, 0, 0)).isEqualTo(new Counts(0, 0, 0, 0, null, null, false));
    }

    @Test
    void aClinicMayShowAll() {
        assertThat(new SmallCells(1).share(1, 3)).isEqualTo(new Share(3, 1, 33.3, false));
    }
}
