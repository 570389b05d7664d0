package org.stepwell.scheduling;

import org.stepwell.platform.testing.ArchitectureTestBase;

class ArchitectureTest extends ArchitectureTestBase {

    ArchitectureTest() {
        super("org.stepwell.scheduling");
    }
}
