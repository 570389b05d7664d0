package org.stepwell.scheduling.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.scheduling.group.FullWeeks.Offer;

class FullWeeksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void oneGroupWithAFullWeekHasAsManyPlacesAsAreFree() {
        assertThat(free(new Offer(540, 7, TODAY))).isEqualTo(7);
    }

    @Test
    void aWeekOfThreeGroupsIsAsFreeAsTheFullestOfThem() {
        assertThat(free(new Offer(180, 7, TODAY), new Offer(180, 2, TODAY), new Offer(180, 5, TODAY)))
                .isEqualTo(2);
    }

    @Test
    void groupsBesideEachOtherAddUp() {
        assertThat(free(new Offer(540, 3, TODAY), new Offer(540, 5, TODAY))).isEqualTo(8);
    }

    @Test
    void aTrackThatCanNotGiveAFullWeekHasNoPlace() {
        assertThat(free(new Offer(180, 9, TODAY), new Offer(180, 9, TODAY))).isZero();
        assertThat(free(new Offer(540, 0, TODAY))).isZero();
        assertThat(free()).isZero();
    }

    @Test
    void placesAreFreeOnceAllGroupsOfTheFirstWeekHaveBegun() {
        var later = TODAY.plusDays(20);

        assertThat(FullWeeks.among(List.of(new Offer(540, 1, later)), 540, TODAY)
                        .from())
                .isEqualTo(later);
        assertThat(FullWeeks.among(List.of(new Offer(540, 1, TODAY.minusDays(9))), 540, TODAY)
                        .from())
                .isEqualTo(TODAY);
    }

    private static int free(Offer... offers) {
        return FullWeeks.among(List.of(offers), 540, TODAY).free();
    }
}
