// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/split_groups.h"

#include "train/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <string_view>
#include <unordered_map>

namespace lepton::train {
namespace {

/// The stream of the generator that splits are drawn from.
constexpr std::uint64_t splitStream = 1;

using Counts = std::array<std::int64_t, partCount>;
constexpr std::size_t train = static_cast<std::size_t>(Part::Train);

/// The rows of a class, and how many of them each part is to have.
struct ClassPlan
{
    std::vector<std::size_t> groups;
    std::int64_t rows = 0;
    Counts wanted{};
};

/// The whole part of @p value; a product such as 0.29 * 100 is a little less than it should be.
std::int64_t wholePart(double value)
{
    constexpr double rounding = 1e-9;
    return static_cast<std::int64_t>(std::floor(value + rounding));
}

/// The most rows that @p part may have, so that one is left for each other part.
std::int64_t mostFor(const ClassPlan& plan, std::size_t part)
{
    const std::size_t other = part == 1 ? 2 : 1;
    return plan.rows - 1 - std::max<std::int64_t>(plan.wanted[other], 1);
}

/// Gives each class its whole rows of @p part, at least one, and then one more to those that lost most by
/// rounding down, so that the part as a whole has its share. Equal losses are in random order.
void planPart(std::vector<ClassPlan*> plans, std::size_t part, double share, Random& random)
{
    struct Claim
    {
        ClassPlan* plan;
        double loss;
    };
    std::int64_t rows = 0, given = 0;
    std::vector<Claim> claims;
    for (ClassPlan* plan : plans) {
        const double exact = share * static_cast<double>(plan->rows);
        const std::int64_t sure = wholePart(exact);
        plan->wanted[part] = std::clamp<std::int64_t>(sure, 1, mostFor(*plan, part));
        rows += plan->rows;
        given += plan->wanted[part];
        if (sure >= 1)
            claims.push_back({plan, exact - static_cast<double>(sure)});
    }
    random.shuffle(std::span(claims));
    std::ranges::stable_sort(claims, std::ranges::greater(), &Claim::loss);
    const auto target = static_cast<std::int64_t>(std::llround(share * static_cast<double>(rows)));
    for (const Claim& claim : claims) {
        constexpr double none = 1e-9;
        if (given >= target || claim.loss <= none)
            break;
        if (claim.plan->wanted[part] >= mostFor(*claim.plan, part))
            continue; // nothing would be left to learn from
        ++claim.plan->wanted[part];
        ++given;
    }
}

/// Sends each group of a class to a part. Large ones go first. A part is drawn by the rows that it still
/// wants, as if rows were drawn without putting them back; only a part with room for the group takes part.
class GroupDealer
{
public:
    GroupDealer(const TextGroups& groups, Random& random)
        : m_groups(groups)
        , m_random(random)
    {}

    void deal(ClassPlan& plan, std::vector<Part>& partOf)
    {
        m_random.shuffle(std::span(plan.groups));
        std::ranges::stable_sort(plan.groups, std::ranges::greater(),
                                 [this](std::size_t group) { return m_groups.sizes[group]; });
        Counts wanted = plan.wanted;
        std::array<bool, partCount> isEmpty{true, true, true};
        for (std::size_t i = 0; i < plan.groups.size(); ++i) {
            const std::size_t group = plan.groups[i];
            const auto empty = static_cast<std::size_t>(std::ranges::count(isEmpty, true));
            const std::size_t part = plan.groups.size() - i <= empty ? neediest(wanted, isEmpty)
                                                                     : draw(wanted, m_groups.sizes[group]);
            partOf[group] = static_cast<Part>(part);
            wanted[part] = std::max<std::int64_t>(wanted[part] - m_groups.sizes[group], 0);
            isEmpty[part] = false;
        }
    }

private:
    static std::size_t neediest(const Counts& wanted, const std::array<bool, partCount>& among)
    {
        std::size_t best = partCount;
        for (std::size_t part = 0; part < partCount; ++part) {
            if (among[part] && (best == partCount || wanted[part] > wanted[best]))
                best = part;
        }
        return best;
    }

    std::size_t draw(const Counts& wanted, std::int64_t size)
    {
        Counts room{};
        for (std::size_t part = 0; part < partCount; ++part)
            room[part] = wanted[part] >= size ? wanted[part] : 0;
        const std::int64_t all = std::accumulate(room.begin(), room.end(), std::int64_t{0});
        if (all == 0)
            return neediest(wanted, {true, true, true});
        auto ticket = static_cast<std::int64_t>(m_random.below(static_cast<std::uint64_t>(all)));
        std::size_t part = 0;
        while (ticket >= room[part])
            ticket -= room[part++];
        return part;
    }

    const TextGroups& m_groups;
    Random& m_random;
};

} // namespace

TextGroups groupTexts(const TrainingData& data)
{
    TextGroups groups;
    groups.classes = data.classes.size();
    groups.groupOf.reserve(data.size());
    std::unordered_map<std::string_view, std::size_t> numbers;
    numbers.reserve(data.size());
    for (const std::string& text : data.texts) {
        const std::size_t group = numbers.try_emplace(text, numbers.size()).first->second;
        if (group == groups.sizes.size())
            groups.sizes.push_back(0);
        ++groups.sizes[group];
        groups.groupOf.push_back(group);
    }
    // Votes of the groups with several rows; a group of one row has its row's class.
    groups.majority.assign(groups.count(), 0);
    std::unordered_map<std::size_t, std::unordered_map<std::int32_t, std::int64_t>> votes;
    for (std::size_t i = 0; i < data.size(); ++i) {
        const std::size_t group = groups.groupOf[i];
        if (groups.sizes[group] == 1)
            groups.majority[group] = data.labels[i];
        else
            ++votes[group][data.labels[i]];
    }
    for (const auto& [group, counts] : votes) {
        groups.conflicts += counts.size() > 1 ? 1 : 0;
        std::int64_t most = 0;
        for (const auto& [label, rows] : counts) {
            if (rows > most || (rows == most && label < groups.majority[group])) {
                most = rows;
                groups.majority[group] = label;
            }
        }
    }
    return groups;
}

SharedParts partByShares(const TextGroups& groups, const std::array<double, partCount>& shares,
                         std::uint64_t seed)
{
    constexpr std::size_t fewest = partCount; // one text for each part
    std::vector<ClassPlan> plans(groups.classes);
    for (std::size_t group = 0; group < groups.count(); ++group) {
        ClassPlan& plan = plans[static_cast<std::size_t>(groups.majority[group])];
        plan.groups.push_back(group);
        plan.rows += groups.sizes[group];
    }
    SharedParts shared;
    shared.isTooSmall.assign(groups.classes, false);
    std::vector<ClassPlan*> parted;
    for (std::size_t c = 0; c < plans.size(); ++c) {
        if (plans[c].groups.size() >= fewest)
            parted.push_back(&plans[c]);
        else
            shared.isTooSmall[c] = !plans[c].groups.empty();
    }

    Random random(seed, splitStream);
    for (const Part part : {Part::Validation, Part::Test}) {
        const auto index = static_cast<std::size_t>(part);
        planPart(parted, index, shares[index], random);
    }
    std::vector<Part> partOf(groups.count(), Part::Train);
    GroupDealer dealer(groups, random);
    for (ClassPlan* plan : parted) {
        plan->wanted[train] = plan->rows - plan->wanted[1] - plan->wanted[2];
        dealer.deal(*plan, partOf);
    }
    shared.parts.reserve(groups.groupOf.size());
    for (const std::size_t group : groups.groupOf)
        shared.parts.push_back(partOf[group]);
    return shared;
}

} // namespace lepton::train
