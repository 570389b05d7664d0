package org.stepwell.aftercare.checkin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody used. */
@Schema(name = "Substance")
enum Substance {
    ALCOHOL,
    CANNABIS,
    COCAINE,
    OPIOIDS,
    STIMULANTS,
    SEDATIVES,
    HALLUCINOGENS,
    INHALANTS,
    OTHER
}
