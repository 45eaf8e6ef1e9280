// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/process_time.h"

#include <ctime>
#include <fstream>
#include <sstream>
#include <string>

#include <unistd.h>

namespace lepton::app {

double millisecondsSinceStart()
{
    std::ifstream file("/proc/self/stat");
    std::string text;
    std::getline(file, text);
    // the name in brackets may hold blanks: count the fields from its end; the 20th after it is the start
    const std::size_t bracket = text.rfind(')');
    if (bracket == std::string::npos)
        return 0;
    std::istringstream fields(text.substr(bracket + 1));
    std::string field;
    constexpr int startField = 20;
    for (int i = 0; i < startField && fields >> field; ++i) {
    }
    const double ticks = std::strtod(field.c_str(), nullptr);
    const double perSecond = static_cast<double>(sysconf(_SC_CLK_TCK));
    timespec now{};
    if (ticks <= 0 || perSecond <= 0 || clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return 0;
    return (static_cast<double>(now.tv_sec) - ticks / perSecond) * 1000 +
           static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace lepton::app
