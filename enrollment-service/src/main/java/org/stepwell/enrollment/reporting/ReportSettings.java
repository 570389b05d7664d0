package org.stepwell.enrollment.reporting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** What differs between the states and the readers of reports. */
@ConfigMapping(prefix = "stepwell.reporting")
interface ReportSettings {

    /** The file with the codes of the clinics' state; without it, a table that shows how one looks. */
    Optional<Path> stateTable();

    /** Figures about fewer people than this are left out of what others get; 1 leaves out none. */
    @WithDefault("11")
    int smallCellsBelow();
}
