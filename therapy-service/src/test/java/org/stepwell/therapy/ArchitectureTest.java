package org.stepwell.therapy;

import org.stepwell.platform.testing.ArchitectureTestBase;

class ArchitectureTest extends ArchitectureTestBase {

    ArchitectureTest() {
        super("org.stepwell.therapy");
    }
}
