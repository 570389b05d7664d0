@NullMarked
package org.stepwell.therapy.relapse;

import org.jspecify.annotations.NullMarked;
