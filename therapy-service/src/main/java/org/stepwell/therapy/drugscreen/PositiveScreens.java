package org.stepwell.therapy.drugscreen;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.therapy.formulary.Substance;
import org.stepwell.therapy.medication.OpioidUse;
import org.stepwell.therapy.medication.OpioidsFound;
import org.stepwell.therapy.naloxone.UnexpectedOpioids;

/** Which opioids were found lately, and whether nobody expected them. Kratom is no opioid here. */
@Singleton
public class PositiveScreens implements UnexpectedOpioids, OpioidsFound {

    private final DrugScreens screens;
    private final Catalogue catalogue;

    PositiveScreens(DrugScreens screens, Catalogue catalogue) {
        this.screens = screens;
        this.catalogue = catalogue;
    }

    /**
     * Whether an opioid was found that no prescription explains, presumptive or confirmed, in a specimen that was collected since
     * then, or as a result that came since then: a laboratory may take days. What was confirmed counts in the place of what was
     * presumed, and what was corrected counts no more. Refused, missed and invalid specimens are no positive ones.
     */
    @Override
    public boolean opioids(PatientId patient, Instant since) {
        return screens.counting(screens.since(patient, since))
                .anyMatch(counting -> counting.all().stream()
                        .filter(counting::isUnexpected)
                        .filter(result -> !counting.knownAt(result).isBefore(since))
                        .anyMatch(result -> catalogue.of(result.analyte()).opioid()));
    }

    @Override
    public List<OpioidUse> since(PatientId patient, LocalDate day) {
        return screens.counting(screens.since(patient, day))
                .flatMap(counting -> counting.positives().stream()
                        .map(catalogue::of)
                        .filter(Analyte::opioid)
                        .map(analyte -> new OpioidUse(
                                counting.screen().day(),
                                analyte.because().stream().anyMatch(Substance::lastsLong))))
                .toList();
    }
}
