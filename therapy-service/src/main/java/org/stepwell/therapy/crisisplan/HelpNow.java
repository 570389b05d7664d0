package org.stepwell.therapy.crisisplan;

import jakarta.inject.Singleton;

/** Whom a patient calls at any hour: the lines of the country, and whoever is on call for the clinic. */
@Singleton
public class HelpNow {

    private final CrisisSettings settings;

    HelpNow(CrisisSettings settings) {
        this.settings = settings;
    }

    /** In a sentence or two, for the patient to read. */
    public String words() {
        return settings.onCall()
                .map(onCall -> settings.helpNow() + " " + onCall)
                .orElseGet(settings::helpNow);
    }
}
